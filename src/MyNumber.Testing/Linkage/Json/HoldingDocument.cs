namespace MyNumber.Testing.Linkage.Json;

internal sealed record HoldingDocument(int Agency, long Addressee, ReplicaDocument[] Replicas);
