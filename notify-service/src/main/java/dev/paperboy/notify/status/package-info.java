/** What operators ask. */
package dev.paperboy.notify.status;
