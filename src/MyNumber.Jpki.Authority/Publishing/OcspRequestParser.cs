using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Reads an OCSPRequest (RFC 6960 §4.1.1). A signature on it is only set aside: anybody may ask the lab.</summary>
internal static class OcspRequestParser
{
    // RFC 9654 §2.1: 1 to 128 octets; none or more is a malformed request.
    private const int LongestNonce = 128;
    private const int MostExtensions = 8;

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1, isConstructed: true);
    private static readonly Asn1Tag Two = new(TagClass.ContextSpecific, 2, isConstructed: true);

    internal static bool TryParse(ReadOnlyMemory<byte> encoded, OcspResponderOptions limits, out OcspRequest? request)
    {
        request = null;
        if (encoded.Length > limits.MaximumRequestBytes)
        {
            return false;
        }

        try
        {
            request = Read(encoded, limits.MaximumCertificates);
        }
        catch (AsnContentException)
        {
            return false;
        }

        return request is not null;
    }

    private static OcspRequest? Read(ReadOnlyMemory<byte> encoded, int mostCertificates)
    {
        AsnReader outer = new(encoded, AsnEncodingRules.DER);
        AsnReader whole = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        ReadOnlyMemory<byte> toBeSigned = whole.PeekEncodedValue();
        AsnReader tbs = whole.ReadSequence();
        ReadOnlyMemory<byte> signature = whole.HasData ? whole.ReadEncodedValue() : default;
        whole.ThrowIfNotEmpty();

        // Version 1 is the default and DER leaves it out; whoever writes one is not speaking version 1.
        if (tbs.HasData && tbs.PeekTag().HasSameClassAndValue(Zero))
        {
            return null;
        }

        if (tbs.HasData && tbs.PeekTag().HasSameClassAndValue(One))
        {
            tbs.ReadEncodedValue();
        }

        List<OcspCertId> certificates = ReadList(tbs.ReadSequence(), mostCertificates);
        ReadOnlyMemory<byte>? nonce = null;
        bool extensionsFine = !tbs.HasData || TryReadNonce(tbs.ReadSequence(Two), out nonce);
        tbs.ThrowIfNotEmpty();
        return extensionsFine && certificates.Count > 0 && certificates.Count <= mostCertificates
            ? new OcspRequest(certificates, nonce) { ToBeSigned = toBeSigned, Signature = signature }
            : null;
    }

    /// <summary>Stops one past the limit, so that the caller sees that it was passed.</summary>
    private static List<OcspCertId> ReadList(AsnReader list, int most)
    {
        List<OcspCertId> certificates = [];
        while (list.HasData && certificates.Count <= most)
        {
            AsnReader single = list.ReadSequence();
            certificates.Add(ReadCertId(single.ReadEncodedValue()));
            if (single.HasData)
            {
                single.ReadSequence(Zero);
                single.ThrowIfNotEmpty();
            }
        }

        return certificates;
    }

    private static OcspCertId ReadCertId(ReadOnlyMemory<byte> encoded)
    {
        AsnReader fields = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
        AsnReader algorithm = fields.ReadSequence();
        string hash = algorithm.ReadObjectIdentifier();
        if (algorithm.HasData)
        {
            algorithm.ReadNull();
            algorithm.ThrowIfNotEmpty();
        }

        byte[] nameHash = fields.ReadOctetString();
        byte[] keyHash = fields.ReadOctetString();
        ReadOnlyMemory<byte> serial = fields.ReadIntegerBytes();
        fields.ThrowIfNotEmpty();
        return new OcspCertId(encoded, hash, nameHash, keyHash, serial);
    }

    private static bool TryReadNonce(AsnReader wrapper, out ReadOnlyMemory<byte>? nonce)
    {
        nonce = null;
        AsnReader extensions = wrapper.ReadSequence();
        wrapper.ThrowIfNotEmpty();
        for (int count = 0; extensions.HasData; count++)
        {
            AsnReader extension = extensions.ReadSequence();
            string oid = extension.ReadObjectIdentifier();
            bool critical = extension.HasData && extension.PeekTag() == Asn1Tag.Boolean && extension.ReadBoolean();
            byte[] value = extension.ReadOctetString();
            extension.ThrowIfNotEmpty();
            bool isNonce = oid == Oids.OcspNonce;
            if (count >= MostExtensions || (critical && !isNonce) || (isNonce && (nonce is not null || !IsNonce(value))))
            {
                return false;
            }

            nonce = isNonce ? value : nonce;
        }

        return true;
    }

    /// <summary>extnValue wraps an OCTET STRING of its own (RFC 9654 §2.1).</summary>
    private static bool IsNonce(byte[] value)
    {
        AsnReader reader = new(value, AsnEncodingRules.DER);
        int length = reader.ReadOctetString().Length;
        return !reader.HasData && length is >= 1 and <= LongestNonce;
    }
}
