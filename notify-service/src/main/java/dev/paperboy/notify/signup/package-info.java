/** The pages on which readers come, change their mind, and leave. */
package dev.paperboy.notify.signup;
