package io.huihui.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to run Postgres, which refuses to run as root: as it is for an ordinary user; for root in a
 * user name space of its own (files stay root's); where name spaces are not allowed, as user
 * postgres or nobody.
 */
record NotRoot(List<String> prefix, UserPrincipal owner) {

    static NotRoot forFolder(Path folder) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new NotRoot(List.of(), null);
        }
        if (Commands.succeeds(List.of("unshare", "-U", "true"))) {
            return new NotRoot(List.of("unshare", "-U"), null);
        }
        UserPrincipal user = serviceUser(folder);
        requireReachable(folder);
        return new NotRoot(List.of("runuser", "-u", user.getName(), "--"), user);
    }

    List<String> wrap(List<String> words) {
        List<String> wrapped = new ArrayList<>(prefix);
        wrapped.addAll(words);
        return wrapped;
    }

    /** Gives a file to the user that Postgres runs as. */
    void own(Path file) {
        if (owner == null) {
            return;
        }
        try {
            Files.setOwner(file, owner);
        } catch (IOException e) {
            throw new StackException(
                    "cannot give " + file + " to " + owner.getName() + ": " + e, e);
        }
    }

    private static UserPrincipal serviceUser(Path folder) {
        return Stream.of("postgres", "nobody")
                .flatMap(name -> user(folder, name).stream())
                .findFirst()
                .orElseThrow(
                        () ->
                                new StackException(
                                        "need a user postgres or nobody, was neither: Postgres does not run as root; run as an ordinary user"));
    }

    private static Optional<UserPrincipal> user(Path folder, String name) {
        try {
            return Optional.of(
                    folder.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(name));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void requireReachable(Path folder) {
        for (Path parent = folder; parent != null; parent = parent.getParent()) {
            try {
                if (!Files.getPosixFilePermissions(parent)
                        .contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    throw new StackException(
                            "need a data folder that user postgres can reach, was "
                                    + parent
                                    + " closed to others: choose another with --data or run as an ordinary user");
                }
            } catch (IOException e) {
                throw new StackException("cannot read the permissions of " + parent + ": " + e, e);
            }
        }
    }
}
