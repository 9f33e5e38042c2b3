package io.huihui.operators.regime;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.regime.RegimeLoan;
import io.huihui.models.registry.FeatureDeclaration;
import io.huihui.models.registry.LentValue;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** opinions of the regime expert => values of the features that others borrow from it. */
public final class RegimeLoans extends RichFlatMapFunction<ExpertOpinion, LentValue> {

    public static final String UID = "regime-loans";

    private static final long serialVersionUID = 1L;

    private final RegimeLoan[] lent;

    private transient Counter values;
    private transient Counter withheld;

    RegimeLoans(List<FeatureDeclaration> declared) {
        Set<String> names =
                declared.stream().map(FeatureDeclaration::name).collect(Collectors.toSet());
        lent =
                Arrays.stream(RegimeLoan.values())
                        .filter(loan -> names.contains(loan.feature()))
                        .toArray(RegimeLoan[]::new);
    }

    /**
     * Attaches it.
     *
     * @param declared what somebody borrows of the regime expert
     */
    public static SingleOutputStreamOperator<LentValue> attach(
            DataStream<ExpertOpinion> regimeOpinions, List<FeatureDeclaration> declared) {
        return regimeOpinions
                .flatMap(new RegimeLoans(declared))
                .returns(TypeInformation.of(LentValue.class))
                .uid(UID)
                .name("Loans of the regime expert");
    }

    @Override
    public void open(OpenContext context) {
        values = getRuntimeContext().getMetricGroup().counter("values_lent");
        withheld = getRuntimeContext().getMetricGroup().counter("values_withheld");
    }

    @Override
    public void flatMap(ExpertOpinion opinion, Collector<LentValue> out) {
        for (RegimeLoan loan : lent) {
            Double said = loan.of(opinion);
            if (said == null) {
                withheld.inc();
            } else {
                values.inc();
                out.collect(
                        new LentValue(
                                opinion.snapshot().symbol(),
                                loan.feature(),
                                opinion.snapshot().secondEndMillis(),
                                said));
            }
        }
    }
}
