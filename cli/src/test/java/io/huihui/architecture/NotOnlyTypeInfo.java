package io.huihui.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Classes whose tie to Flink is more than the {@code @TypeInfo} annotation. */
final class NotOnlyTypeInfo {

    static final DescribedPredicate<JavaClass> PREDICATE =
            DescribedPredicate.describe(
                    "depend on more of Flink than @TypeInfo",
                    type ->
                            type.getDirectDependenciesFromSelf().stream()
                                    .map(dependency -> dependency.getTargetClass().getName())
                                    .anyMatch(
                                            name ->
                                                    name.startsWith("org.apache.flink.")
                                                            && !name.endsWith(".TypeInfo")));

    private NotOnlyTypeInfo() {}
}
