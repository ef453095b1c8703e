/** What other services told: papers of the last 30 days, their trend, the taxonomy, the sources. */
package dev.paperboy.notify.shelf;
