using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>The extensions of a list (RFC 5280 §5.2).</summary>
internal sealed class CrlExtensions
{
    private const int Most = 16;
    private const int LongestNumber = 20; // RFC 5280 §5.2.3

    private CrlExtensions()
    {
    }

    /// <summary>keyIdentifier of authorityKeyIdentifier; empty when absent.</summary>
    public ReadOnlyMemory<byte> AuthorityKeyIdentifier { get; private set; }

    /// <summary>cRLNumber, unsigned big-endian without leading zeros.</summary>
    public ReadOnlyMemory<byte> Number { get; private set; }

    /// <summary>The directoryName that the list covers; empty for a full list.</summary>
    public ReadOnlyMemory<byte> Scope { get; private set; }

    /// <summary>Whether the list's scope is one that this library judges by.</summary>
    public bool IsScopeSupported { get; private set; } = true;

    public bool HasUnrecognisedCritical { get; private set; }

    public static CrlExtensions Read(ref DerReader tbs)
    {
        CrlExtensions extensions = new();
        DerReader wrapper = tbs.ReadSequence(DerTags.ContextConstructed(0));
        DerReader list = wrapper.ReadSequence();
        wrapper.End();
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (list.HasData)
        {
            DerExtension extension = DerExtension.Read(ref list);
            if (!seen.Add(extension.Oid) || seen.Count > Most)
            {
                throw new AsnContentException();
            }

            bool known = extensions.TryReadKnown(extension.Oid, new DerReader(extension.Value));
            extensions.HasUnrecognisedCritical |= extension.IsCritical && !known;
        }

        return !extensions.Number.IsEmpty ? extensions : throw new AsnContentException();
    }

    private bool TryReadKnown(string oid, DerReader value)
    {
        switch (oid)
        {
            case Oids.AuthorityKeyIdentifier:
                DerReader authority = value.ReadSequence();
                AuthorityKeyIdentifier = authority.NextIs(DerTags.Context(0)) ? authority.ReadOctetString(DerTags.Context(0)) : default;
                break;
            case Oids.CrlNumber:
                Number = ReadNumber(ref value);
                break;
            case Oids.IssuingDistributionPoint:
                ReadDistributionPoint(ref value);
                break;
            case Oids.DeltaCrlIndicator:
                value.ReadInteger();
                IsScopeSupported = false; // RFC 5280 §5.2.4 demands that it be critical; a list that forgets so is no complete list either
                break;
            default:
                return false;
        }

        value.End();
        return true;
    }

    private static ReadOnlyMemory<byte> ReadNumber(ref DerReader value)
    {
        ReadOnlyMemory<byte> number = value.ReadInteger();
        if (number.Length > LongestNumber || number.Span[0] >= 0x80)
        {
            throw new AsnContentException();
        }

        return number.Length > 1 && number.Span[0] == 0 ? number[1..] : number;
    }

    // RFC 5280 §5.2.5. A list for authorities or attribute certificates, for some reasons only, or indirect, says nothing of a leaf here.
    private void ReadDistributionPoint(ref DerReader value)
    {
        DerReader point = value.ReadSequence();
        if (point.NextIs(DerTags.Context(0)))
        {
            Scope = DirectoryNames.ReadDistributionPointName(ref point, out int names);
            IsScopeSupported &= names == 1;
        }

        ReadFlag(ref point, 1);
        bool authoritiesOnly = ReadFlag(ref point, 2);
        bool someReasons = point.NextIs(DerTags.Context(3));
        if (someReasons)
        {
            point.ReadBitString(out _, DerTags.Context(3));
        }

        bool indirect = ReadFlag(ref point, 4), attributesOnly = ReadFlag(ref point, 5);
        point.End();
        IsScopeSupported &= !authoritiesOnly && !someReasons && !indirect && !attributesOnly;
    }

    private static bool ReadFlag(ref DerReader point, int number)
    {
        bool isThere = point.NextIs(DerTags.Context(number));
        DerReader.Require(!isThere || point.ReadBoolean(DerTags.Context(number))); // DER leaves the default FALSE out
        return isThere;
    }
}
