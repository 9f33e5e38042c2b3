{{/* Name of a part, e.g. huihui-agents: the release's name and the part. */}}
{{- define "huihui.name" -}}
{{- printf "%s-%s" .root.Release.Name .part | trunc 45 | trimSuffix "-" -}}
{{- end }}

{{/* Labels by which a part's pods are selected; they never change. */}}
{{- define "huihui.selector" -}}
app.kubernetes.io/name: huihui
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end }}

{{- define "huihui.labels" -}}
{{ include "huihui.selector" . }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{/* What a pod may do on its node: nothing that it does not need. */}}
{{- define "huihui.podSecurity" -}}
runAsNonRoot: true
runAsUser: 9999
runAsGroup: 9999
fsGroup: 9999
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "huihui.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{- define "huihui.placement" -}}
{{- with .Values.images.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* A variable out of somebody's Secret. */}}
{{- define "huihui.secretVariable" -}}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
      optional: {{ .optional | default false }}
{{- end }}

{{/* Variables with the passwords of the stores that are enabled. */}}
{{- define "huihui.storePasswords" -}}
{{- with .Values.external.postgres }}
{{- if .enabled }}
{{ include "huihui.secretVariable" (dict "variable" "HUIHUI_POSTGRES_PASSWORD" "secret" .existingSecret "key" .passwordKey) }}
{{- end }}
{{- end }}
{{- with .Values.external.neo4j }}
{{- if .enabled }}
{{ include "huihui.secretVariable" (dict "variable" "HUIHUI_NEO4J_PASSWORD" "secret" .existingSecret "key" .passwordKey) }}
{{- end }}
{{- end }}
{{- end }}

{{/* Port of Kafka: of the first of the bootstrap servers. */}}
{{- define "huihui.kafkaPort" -}}
{{- .Values.external.kafka.bootstrapServers | splitList "," | first | splitList ":" | last -}}
{{- end }}

{{/* The job's settings: those of the values, and where the servers are. */}}
{{- define "huihui.jobConfig" -}}
{{- $e := .Values.external -}}
{{- $servers := dict
  "kafka" (dict "bootstrapServers" $e.kafka.bootstrapServers)
  "postgres" (dict "enabled" $e.postgres.enabled "jdbcUrl" (printf "jdbc:postgresql://%s:%v/%s" $e.postgres.host $e.postgres.port $e.postgres.database) "user" $e.postgres.user "passwordVariable" "HUIHUI_POSTGRES_PASSWORD")
  "neo4j" (dict "enabled" $e.neo4j.enabled "uri" (printf "bolt://%s:%v" $e.neo4j.host $e.neo4j.port) "user" $e.neo4j.user "passwordVariable" "HUIHUI_NEO4J_PASSWORD")
  "resolutions" (dict "by" (ternary "AGENTS" "RULE" .Values.agents.enabled)) -}}
{{- toYaml (mergeOverwrite (deepCopy .Values.job.config) $servers) -}}
{{- end }}

{{/* Flink's settings: files/flink.yaml, what the chart knows, and the values' own, which win. */}}
{{- define "huihui.flinkConfiguration" -}}
{{- $v := .Values -}}
{{- $known := dict
  "execution.checkpointing.dir" $v.external.objectStore.checkpoints
  "execution.checkpointing.savepoint-dir" $v.external.objectStore.savepoints
  "high-availability.storageDir" $v.external.objectStore.highAvailability
  "io.tmp.dirs" "/local"
  "taskmanager.numberOfTaskSlots" ($v.job.slotsPerTaskManager | toString)
  "pipeline.max-parallelism" "1024"
  "jobmanager.scheduler" "adaptive"
  "web.submit.enable" "false"
  "jobmanager.rpc.port" "6123"
  "blob.server.port" "6124"
  "rest.port" "8081"
  "taskmanager.data.port" "6121"
  "taskmanager.rpc.port" "6122"
  "kubernetes.operator.deployment.rollback.enabled" ($v.job.rollback.enabled | toString)
  "kubernetes.operator.deployment.readiness.timeout" $v.job.rollback.readinessTimeout
  "kubernetes.operator.cluster.health-check.enabled" "true"
  "kubernetes.operator.periodic.savepoint.interval" $v.job.savepointInterval
  "kubernetes.operator.savepoint.history.max.age" $v.job.savepointsKept
  "job.autoscaler.enabled" ($v.job.autoscaler.enabled | toString)
  "job.autoscaler.target.utilization" ($v.job.autoscaler.targetUtilization | toString)
  "job.autoscaler.target.utilization.boundary" ($v.job.autoscaler.utilizationBoundary | toString)
  "job.autoscaler.stabilization.interval" $v.job.autoscaler.stabilizationInterval
  "job.autoscaler.metrics.window" $v.job.autoscaler.metricsWindow
  "job.autoscaler.vertex.min-parallelism" ($v.job.autoscaler.minParallelism | toString)
  "job.autoscaler.vertex.max-parallelism" ($v.job.autoscaler.maxParallelism | toString) -}}
{{- with $v.external.objectStore.endpoint }}
{{- $_ := set $known "s3.endpoint" . }}
{{- $_ := set $known "s3.path.style.access" "true" }}
{{- end }}
{{- toYaml (mergeOverwrite (.Files.Get "files/flink.yaml" | fromYaml) $known (deepCopy $v.job.flinkConfiguration)) -}}
{{- end }}
