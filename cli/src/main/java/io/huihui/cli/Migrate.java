package io.huihui.cli;

import io.huihui.connectors.postgres.Migrations;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** Brings a database to the schema of this release. */
@Command(
        name = "migrate",
        description =
                "Brings a Postgres database (15 or later, Supabase or not) to the schema of this"
                        + " release. What has been applied is skipped.",
        mixinStandardHelpOptions = true)
final class Migrate implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private DatabaseOptions database;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<String> applied = database.run(Migrations::apply);
        applied.forEach(file -> out.println("applied " + file));
        out.println(applied.isEmpty() ? "nothing to do" : applied.size() + " applied");
        out.flush();
        return ExitCodes.DONE;
    }
}
