package io.huihui.jobs.config;

/** Reads secrets from the environment, the only place they may come from. */
final class Secrets {

    private Secrets() {}

    static String read(String variable) {
        String secret = System.getenv(variable);
        if (secret == null || secret.isEmpty()) {
            throw new InvalidConfigException(
                    "need a password in the environment variable "
                            + variable
                            + ", was unset; export it before the job is started");
        }
        return secret;
    }
}
