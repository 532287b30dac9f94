using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>OCSPResponse with its BasicOCSPResponse (RFC 6960 §4.2.1) as slices of the bytes; believed in nothing yet.</summary>
internal sealed class OcspResponse
{
    private const int MostAnswers = 64;
    private const int MostCertificates = 8;

    private OcspResponse()
    {
    }

    /// <summary>Whether the responder refused to answer; then nothing else is set.</summary>
    public bool IsRefusal { get; private init; }

    public ReadOnlyMemory<byte> ToBeSigned { get; private set; }

    public string SignatureAlgorithm { get; private set; } = string.Empty;

    public ReadOnlyMemory<byte> Signature { get; private set; }

    /// <summary>Certificates that came along, DER each.</summary>
    public List<ReadOnlyMemory<byte>> Certificates { get; } = [];

    /// <summary>The responder's Name, DER; empty when it names itself by key.</summary>
    public ReadOnlyMemory<byte> ResponderName { get; private set; }

    /// <summary>SHA-1 of the responder's key bits; empty when it names itself by Name.</summary>
    public ReadOnlyMemory<byte> ResponderKeyHash { get; private set; }

    public DateTimeOffset ProducedAt { get; private set; }

    public List<OcspSingleResponse> Answers { get; } = [];

    public ReadOnlyMemory<byte> Nonce { get; private set; }

    /// <summary>Reads strictly; <see langword="null"/> for any flaw.</summary>
    public static OcspResponse? TryRead(ReadOnlyMemory<byte> der)
    {
        try
        {
            return Read(der);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static OcspResponse Read(ReadOnlyMemory<byte> der)
    {
        DerReader file = new(der);
        DerReader outer = file.ReadSequence();
        file.End();
        int status = outer.ReadEnumerated();
        if (status != 0)
        {
            outer.End();
            return status is 1 or 2 or 3 or 5 or 6 ? new OcspResponse { IsRefusal = true } : throw new AsnContentException();
        }

        DerReader wrapper = outer.ReadSequence(DerTags.ContextConstructed(0));
        outer.End();
        DerReader bytes = wrapper.ReadSequence();
        wrapper.End();
        Require(bytes.ReadOid() == Oids.OcspBasic);
        DerReader basic = new(bytes.ReadOctetString());
        bytes.End();
        OcspResponse response = new();
        response.ReadBasic(ref basic);
        return response;
    }

    private void ReadBasic(ref DerReader reader)
    {
        DerReader basic = reader.ReadSequence();
        reader.End();
        ToBeSigned = basic.ReadEncoded();
        SignatureAlgorithm = AlgorithmIdentifiers.Read(ref basic);
        Signature = basic.ReadBitString();
        if (basic.HasData)
        {
            DerReader wrapper = basic.ReadSequence(DerTags.ContextConstructed(0));
            ReadCertificates(ref wrapper);
            wrapper.End();
        }

        basic.End();
        ReadData();
    }

    private void ReadCertificates(ref DerReader wrapper)
    {
        DerReader list = wrapper.ReadSequence();
        while (list.HasData)
        {
            Certificates.Add(list.ReadEncoded());
            Require(Certificates.Count <= MostCertificates);
        }
    }

    private void ReadData()
    {
        DerReader data = new DerReader(ToBeSigned).ReadSequence();
        if (data.NextIs(DerTags.Context(0)))
        {
            DerReader version = data.ReadSequence(DerTags.ContextConstructed(0));
            Require(version.ReadSmallInteger() == 0);
            version.End();
        }

        ReadResponderId(ref data);
        ProducedAt = data.ReadGeneralizedTime();
        DerReader answers = data.ReadSequence();
        while (answers.HasData)
        {
            Answers.Add(OcspSingleResponse.Read(ref answers));
            Require(Answers.Count <= MostAnswers);
        }

        Nonce = data.HasData ? OcspExtensions.Read(ref data) : default;
        data.End();
    }

    private void ReadResponderId(ref DerReader data)
    {
        bool byName = data.NextIs(DerTags.Context(1));
        DerReader id = data.ReadSequence(DerTags.ContextConstructed(byName ? 1 : 2));
        if (byName)
        {
            ResponderName = id.ReadEncoded();
        }
        else
        {
            ResponderKeyHash = id.ReadOctetString();
        }

        id.End();
    }
}
