namespace MyNumber.Jpki.Authority.Asn1;

/// <summary>One X.509 extension before it is written.</summary>
/// <param name="Oid">Its type, dotted.</param>
/// <param name="Critical">Whether it is critical.</param>
/// <param name="Value">The DER inside extnValue's OCTET STRING.</param>
public sealed record EncodedExtension(string Oid, bool Critical, ReadOnlyMemory<byte> Value);
