package io.huihui.operators.expert;

import io.huihui.models.expert.ExpertModel;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeutils.TypeSerializer;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * The model of each symbol. While a late call works on one, what is in state is the model as it was
 * at most {@link #BACKUP_MILLIS} before.
 *
 * <p>State: the model; key symbol; bounded by the model; cleared when the symbol is idle. The model
 * of the other set of experts, which a savepoint may hold, is cleared when the symbol is first seen
 * again or idle, so that no stale memory is woken when the sets are changed back. Used on the
 * task's thread only.
 */
final class KeptModel<M extends ExpertModel> {

    /** What may be lost of what a model has learned, when a call hangs. */
    private static final long BACKUP_MILLIS = 30_000;

    /** A model that is away for so much news is not waited for. */
    private static final int MOST_MISSED = 100;

    private final ExpertKind<M> kind;
    private final ValueState<M> model;
    private final ValueState<?> other;
    private final TypeSerializer<M> copier;

    /** Opens the states. */
    KeptModel(RuntimeContext context, ExpertKind<M> kind) {
        this.kind = kind;
        this.model = context.getState(kind.state().descriptor());
        this.other =
                kind.otherState() == null ? null : context.getState(kind.otherState().descriptor());
        this.copier = kind.state().serializer();
    }

    /** Returns the model of the current key to go on with. */
    M known(SymbolGuard<M> guard) throws IOException {
        if (guard.loan != null && guard.loan.isOver()) {
            SymbolGuard.Loan<M> returned = guard.loan;
            guard.loan = null;
            returned.missed.forEach(each -> each.accept(returned.model));
            return returned.model;
        }
        M expert = model.value();
        if (expert == null) {
            expert = kind.fresh();
            forgetOther();
        }
        return expert;
    }

    /** Keeps a copy of a model that may not come back from a call. */
    void backUp(SymbolGuard<M> guard, M expert) {
        if (guard.backup == null || guard.nowMillis() - guard.backupMillis >= BACKUP_MILLIS) {
            guard.backup = copier.copy(expert);
            guard.backupMillis = guard.nowMillis();
        }
    }

    /** What a model on loan could not be told, it is told when it is back. */
    void missed(SymbolGuard<M> guard, Consumer<ExpertModel> news) {
        if (guard.loan.missed.size() == MOST_MISSED) {
            guard.loan = null; // it would come back knowing too little
        } else {
            guard.loan.missed.add(news);
        }
    }

    /** Keeps the model of the current key; when it is on loan, as it was before. */
    void keep(SymbolGuard<M> guard, M expert) throws IOException {
        model.update(guard.loan == null ? expert : guard.backup);
    }

    /** The next model of the current key is a new one. */
    void startAnew(SymbolGuard<M> guard) {
        guard.backup = null;
        model.clear();
    }

    /** Forgets the current key. */
    void forget() {
        model.clear();
        forgetOther();
    }

    private void forgetOther() {
        if (other != null) {
            other.clear();
        }
    }
}
