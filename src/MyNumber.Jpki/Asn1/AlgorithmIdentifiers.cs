namespace MyNumber.Jpki.Asn1;

/// <summary>AlgorithmIdentifier of RSA signatures and hashes: an OID with NULL or no parameters (RFC 4055 §5).</summary>
internal static class AlgorithmIdentifiers
{
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
}
