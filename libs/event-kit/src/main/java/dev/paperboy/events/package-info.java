/** What services that meet in events must agree upon, and nothing else. */
package dev.paperboy.events;
