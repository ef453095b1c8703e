/** The outbox: mails are written with their cause, and sent from here. */
package dev.paperboy.notify.mail;
