package io.huihui.console.contract;

import io.huihui.connectors.codec.RecordJson;
import io.huihui.console.view.Calibration;
import io.huihui.console.view.CompassAlerts;
import io.huihui.console.view.CompassAxes;
import io.huihui.console.view.CompassTrail;
import io.huihui.console.view.DeadLetterPage;
import io.huihui.console.view.DirectivePage;
import io.huihui.console.view.FeaturePage;
import io.huihui.console.view.GraphView;
import io.huihui.console.view.Health;
import io.huihui.console.view.OutcomePage;
import io.huihui.console.view.Problem;
import io.huihui.console.view.Series;
import io.huihui.console.view.Subscription;
import io.huihui.console.view.SymbolList;
import io.huihui.console.view.VerdictPage;

import java.util.List;

/** Everything the page may rely on, as TypeScript. */
public final class Contract {

    /** Records that the server says, beside those of topics. */
    static final List<Class<? extends Record>> VIEWS =
            List.of(
                    Problem.class,
                    Subscription.class,
                    SymbolList.class,
                    Series.class,
                    FeaturePage.class,
                    VerdictPage.class,
                    DirectivePage.class,
                    OutcomePage.class,
                    Calibration.class,
                    CompassAxes.class,
                    CompassAlerts.class,
                    CompassTrail.class,
                    GraphView.class,
                    DeadLetterPage.class,
                    Health.class);

    private static final String HEAD =
            """
            // Generated from the schemas of the topics and the records of the server; a test holds it. To write it anew:
            // ./mvnw -pl console -am test -Dtest=ContractTest -Dsurefire.failIfNoSpecifiedTests=false -Dhuihui.write=true

            """;

    private static final String FRAME =
            """

            /** A text message of /live. */
            export interface LiveFrame {
              /** 1, 2, ... in each connection; a gap means that the client missed a message. */
              readonly sequence: number;
              /** Whether this begins anew: what is not in it is not known. True of the first message after each subscription. */
              readonly state: boolean;
              /** Why the last message of the client was refused, else null; its subscription is as before. */
              readonly problem: string | null;
              /** What is new, at most one of each topic, key and slot; none in a heartbeat. */
              readonly updates: readonly Update[];
            }

            /** All that is known of a symbol now. */
            export interface SymbolState {
              readonly symbol: string;
              readonly updates: readonly Update[];
            }
            """;

    private Contract() {}

    /** Returns the text of {@code records.ts}. */
    public static String typeScript() {
        TypeScript types = new TypeScript();
        StringBuilder updates =
                new StringBuilder("\n/** A record of a topic. */\nexport type Update =");
        for (LiveTopic<?> live : LiveTopics.all()) {
            updates.append("\n  | { readonly topic: \"")
                    .append(live.topic().shortName())
                    .append("\"; readonly key: string; readonly slot: string; readonly record: ")
                    .append(types.add(live.topic().schemas().latest()))
                    .append(" }");
        }
        updates.append(";\n");
        for (Class<? extends Record> view : VIEWS) {
            String unused = types.add(RecordJson.of(view).schema());
        }
        return HEAD + types.declarations() + updates + FRAME;
    }
}
