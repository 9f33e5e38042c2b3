package io.huihui.cli;

/** Passwords of an administrator's commands: from the environment, never from the command line. */
final class Passwords {

    private Passwords() {}

    /** Returns the password of a login, or says where it has to be. */
    static String of(String user, String variable) {
        String password = System.getenv(variable);
        if (password == null || password.isEmpty()) {
            throw new UserError("need the password of " + user + " in " + variable + ", was unset");
        }
        return password;
    }
}
