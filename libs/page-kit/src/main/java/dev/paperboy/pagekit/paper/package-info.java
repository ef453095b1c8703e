/** Papers as all pages tell of them, and their addresses. */
package dev.paperboy.pagekit.paper;
