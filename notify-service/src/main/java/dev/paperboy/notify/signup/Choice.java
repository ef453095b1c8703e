package dev.paperboy.notify.signup;

/** Something to choose in a form. */
public record Choice(String id, String name, boolean chosen) {}
