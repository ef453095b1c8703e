/** What a reader's marks and examples say of other papers. */
package dev.paperboy.notify.taste;
