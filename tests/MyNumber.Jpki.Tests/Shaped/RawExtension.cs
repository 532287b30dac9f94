namespace MyNumber.Jpki.Tests.Shaped;

/// <summary>An extension as it will stand on the wire, right or wrong.</summary>
internal sealed record RawExtension(string Oid, bool Critical, byte[] Value);
