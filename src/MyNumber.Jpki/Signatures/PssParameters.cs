using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Signatures;

/// <summary>RSASSA-PSS-params (RFC 4055 §3.1), in the one form that is used here: the digest's own hash twice, a salt as long as the digest, the default trailer.</summary>
internal static class PssParameters
{
    private const string Mgf1 = "1.2.840.113549.1.1.8";

    /// <summary>Whether the parameters are exactly that. Never throws.</summary>
    public static bool Match(ReadOnlyMemory<byte> parameters, DigestAlgorithm digest)
    {
        try
        {
            DerReader file = new(parameters);
            DerReader fields = file.ReadSequence();
            file.End();
            DerReader hash = fields.ReadSequence(DerTags.ContextConstructed(0));
            DerReader mask = fields.ReadSequence(DerTags.ContextConstructed(1));
            DerReader salt = fields.ReadSequence(DerTags.ContextConstructed(2));
            fields.End(); // DER leaves the default trailer out, and there is no other
            DerReader generator = mask.ReadSequence();
            mask.End();
            bool matches = IsHash(ref hash, digest) & generator.ReadOid() == Mgf1 & IsHash(ref generator, digest) & salt.ReadSmallInteger() == digest.Size;
            salt.End();
            return matches;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    public static void Write(AsnWriter writer, DigestAlgorithm digest)
    {
        using (writer.PushSequence())
        {
            using (writer.PushSequence(DerTags.ContextConstructed(0)))
            {
                WriteHash(writer, digest);
            }

            using (writer.PushSequence(DerTags.ContextConstructed(1)))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Mgf1);
                WriteHash(writer, digest);
            }

            using (writer.PushSequence(DerTags.ContextConstructed(2)))
            {
                writer.WriteInteger(digest.Size);
            }
        }
    }

    // RFC 4055 §2.1: NULL and absent must both be read; NULL is what is written.
    private static bool IsHash(ref DerReader reader, DigestAlgorithm digest)
    {
        CmsAlgorithm hash = CmsAlgorithm.Read(ref reader);
        reader.End();
        return hash.Oid == digest.Oid && !hash.HasForeignParameters;
    }

    private static void WriteHash(AsnWriter writer, DigestAlgorithm digest)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(digest.Oid);
            writer.WriteNull();
        }
    }
}
