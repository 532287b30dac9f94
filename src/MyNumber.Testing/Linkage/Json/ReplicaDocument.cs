namespace MyNumber.Testing.Linkage.Json;

internal sealed record ReplicaDocument(string Set, string Layout, DateTimeOffset AsOf, bool NeedsRelease, bool IsUndisclosed, Dictionary<string, string> Items);
