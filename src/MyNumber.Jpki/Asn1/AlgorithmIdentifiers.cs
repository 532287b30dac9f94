namespace MyNumber.Jpki.Asn1;

/// <summary>AlgorithmIdentifier: an OID with parameters that depend on it.</summary>
internal static class AlgorithmIdentifiers
{
    private const string RsaArc = "1.2.840.113549.1.1.";
    private const string EcdsaArc = "1.2.840.10045.4.3.";

    /// <summary>Of RSA signatures and hashes in lists and answers: NULL or no parameters.</summary>
    public static string Read(ref DerReader reader)
    {
        DerReader identifier = reader.ReadSequence();
        string oid = identifier.ReadOid();
        if (identifier.HasData)
        {
            identifier.ReadNull();
        }

        identifier.End();
        return oid;
    }

    /// <summary>In certificates: RSA with PKCS#1 v1.5 has NULL and nothing else (RFC 4055 §5), ECDSA has none (RFC 5758 §3.2); of other algorithms the parameters are passed over.</summary>
    public static string ReadStrict(ref DerReader reader)
    {
        DerReader identifier = reader.ReadSequence();
        string oid = identifier.ReadOid();
        if (oid.StartsWith(RsaArc, StringComparison.Ordinal) && oid != Oids.RsaPss)
        {
            identifier.ReadNull();
        }
        else if (identifier.HasData && !oid.StartsWith(EcdsaArc, StringComparison.Ordinal))
        {
            identifier.ReadEncoded();
        }

        identifier.End();
        return oid;
    }
}
