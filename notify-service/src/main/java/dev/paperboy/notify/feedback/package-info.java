/** What readers say of the papers they were sent. */
package dev.paperboy.notify.feedback;
