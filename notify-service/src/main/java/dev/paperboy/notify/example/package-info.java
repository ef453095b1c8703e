/** Papers that readers give as examples of what they want, and how these are written. */
package dev.paperboy.notify.example;
