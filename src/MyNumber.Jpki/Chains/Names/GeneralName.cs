using System.Text;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Chains.Names;

/// <summary>One GeneralName (RFC 5280 §4.2.1.6).</summary>
internal sealed class GeneralName
{
    public const int Mail = 1, Dns = 2, Directory = 4, Uri = 6, Address = 7;

    private const int Most = 256;

    private GeneralName(int form, ReadOnlyMemory<byte> encoded, ReadOnlyMemory<byte> contents, ChainName? directory)
    {
        Form = form;
        Encoded = encoded;
        Contents = contents;
        DirectoryName = directory;
    }

    /// <summary>The number of the choice.</summary>
    public int Form { get; }

    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>The octets of a mail address, DNS name, URI or IP address; empty for other forms.</summary>
    public ReadOnlyMemory<byte> Contents { get; }

    public ChainName? DirectoryName { get; }

    public static GeneralName Of(ChainName name) => new(Directory, default, default, name);

    public static GeneralName OfMail(ReadOnlyMemory<byte> address) => new(Mail, default, address, null);

    /// <summary>GeneralNames, contents only; at most 256.</summary>
    public static List<GeneralName> ReadAll(ref DerReader list)
    {
        List<GeneralName> names = [];
        while (list.HasData)
        {
            names.Add(Read(ref list));
            DerReader.Require(names.Count <= Most);
        }

        DerReader.Require(names.Count != 0);
        return names;
    }

    public static GeneralName Read(ref DerReader list)
    {
        int form = list.PeekTag().TagValue;
        DerReader.Require(form is >= 0 and <= 8 && list.NextIs(DerTags.Context(form)));
        ReadOnlyMemory<byte> encoded = list.ReadEncoded();
        DerReader inner = new(encoded);
        switch (form)
        {
            case Mail or Dns or Uri or Address:
                ReadOnlyMemory<byte> octets = inner.ReadOctetString(DerTags.Context(form));
                DerReader.Require(form == Address || Ascii.IsValid(octets.Span)); // IA5String
                return new GeneralName(form, encoded, octets, null);
            case Directory:
                DerReader wrapper = inner.ReadSequence(DerTags.ContextConstructed(Directory));
                ChainName name = ChainName.Read(ref wrapper);
                wrapper.End();
                return new GeneralName(form, encoded, default, name);
            default:
                return new GeneralName(form, encoded, default, null);
        }
    }

    /// <summary>Whether both name the same place: directory names by §7.1 where allowed, every other form octet by octet.</summary>
    public NameMatch Compare(GeneralName other)
    {
        if (DirectoryName is not null && other.DirectoryName is not null)
        {
            return DirectoryName.Compare(other.DirectoryName);
        }

        bool same = Form == other.Form && DirectoryName is null && Encoded.Span.SequenceEqual(other.Encoded.Span);
        return same ? NameMatch.Same : NameMatch.Different;
    }
}
