using System.Formats.Asn1;
using System.Text;

namespace MyNumber.Jpki.Asn1;

/// <summary>A forward reader over DER that hands out slices of the same memory and copies nothing. Every flaw is an <see cref="AsnContentException"/>.</summary>
internal ref struct DerReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ReadOnlyMemory<byte> _rest;

    public DerReader(ReadOnlyMemory<byte> der) => _rest = der;

    public readonly bool HasData => !_rest.IsEmpty;

    /// <summary>Bytes not read yet.</summary>
    public readonly int Remaining => _rest.Length;

    public readonly Asn1Tag PeekTag() => Asn1Tag.Decode(_rest.Span, out _);

    public readonly bool NextIs(Asn1Tag tag) => HasData && PeekTag().HasSameClassAndValue(tag);

    /// <summary>The next element with its header.</summary>
    public ReadOnlyMemory<byte> ReadEncoded()
    {
        AsnDecoder.ReadEncodedValue(_rest.Span, AsnEncodingRules.DER, out _, out _, out int consumed);
        return Take(consumed, consumed);
    }

    public DerReader ReadSequence(Asn1Tag? tag = null) => new(ReadSequenceContents(tag));

    public ReadOnlyMemory<byte> ReadSequenceContents(Asn1Tag? tag = null)
    {
        AsnDecoder.ReadSequence(_rest.Span, AsnEncodingRules.DER, out _, out int length, out int consumed, tag);
        return Take(consumed, length);
    }

    public DerReader ReadSet(Asn1Tag? tag = null)
    {
        AsnDecoder.ReadSetOf(_rest.Span, AsnEncodingRules.DER, out _, out int length, out int consumed, skipSortOrderValidation: false, tag);
        return new DerReader(Take(consumed, length));
    }

    /// <summary>The contents of an INTEGER, two's complement, big-endian.</summary>
    public ReadOnlyMemory<byte> ReadInteger(Asn1Tag? tag = null)
    {
        int length = AsnDecoder.ReadIntegerBytes(_rest.Span, AsnEncodingRules.DER, out int consumed, tag).Length;
        return Take(consumed, length);
    }

    public int ReadSmallInteger(Asn1Tag? tag = null)
    {
        if (!AsnDecoder.TryReadInt32(_rest.Span, AsnEncodingRules.DER, out int value, out int consumed, tag))
        {
            throw new AsnContentException();
        }

        _rest = _rest[consumed..];
        return value;
    }

    public int ReadEnumerated()
    {
        ReadOnlySpan<byte> value = AsnDecoder.ReadEnumeratedBytes(_rest.Span, AsnEncodingRules.DER, out int consumed);
        int number = value.Length == 1 ? value[0] : throw new AsnContentException();
        _rest = _rest[consumed..];
        return number;
    }

    public bool ReadBoolean(Asn1Tag? tag = null)
    {
        bool value = AsnDecoder.ReadBoolean(_rest.Span, AsnEncodingRules.DER, out int consumed, tag);
        _rest = _rest[consumed..];
        return value;
    }

    public void ReadNull(Asn1Tag? tag = null)
    {
        AsnDecoder.ReadNull(_rest.Span, AsnEncodingRules.DER, out int consumed, tag);
        _rest = _rest[consumed..];
    }

    public string ReadOid()
    {
        string oid = AsnDecoder.ReadObjectIdentifier(_rest.Span, AsnEncodingRules.DER, out int consumed);
        _rest = _rest[consumed..];
        return oid;
    }

    public ReadOnlyMemory<byte> ReadOctetString(Asn1Tag? tag = null)
    {
        if (!AsnDecoder.TryReadPrimitiveOctetString(_rest.Span, AsnEncodingRules.DER, out ReadOnlySpan<byte> value, out int consumed, tag))
        {
            throw new AsnContentException();
        }

        return Take(consumed, value.Length);
    }

    public ReadOnlyMemory<byte> ReadBitString(out int unusedBits, Asn1Tag? tag = null)
    {
        if (!AsnDecoder.TryReadPrimitiveBitString(_rest.Span, AsnEncodingRules.DER, out unusedBits, out ReadOnlySpan<byte> value, out int consumed, tag))
        {
            throw new AsnContentException();
        }

        return Take(consumed, value.Length);
    }

    /// <summary>A BIT STRING of whole bytes.</summary>
    public ReadOnlyMemory<byte> ReadBitString()
    {
        ReadOnlyMemory<byte> value = ReadBitString(out int unusedBits);
        return unusedBits == 0 ? value : throw new AsnContentException();
    }

    public ReadOnlyMemory<byte> ReadCharacters(Asn1Tag tag)
    {
        if (!AsnDecoder.TryReadPrimitiveCharacterStringBytes(_rest.Span, AsnEncodingRules.DER, tag, out ReadOnlySpan<byte> value, out int consumed))
        {
            throw new AsnContentException();
        }

        return Take(consumed, value.Length);
    }

    public string ReadUtf8String(Asn1Tag? tag = null) =>
        DecodeUtf8(ReadCharacters(tag ?? new Asn1Tag(UniversalTagNumber.UTF8String)).Span);

    /// <summary>UTCTime or GeneralizedTime without fractions (RFC 5280 §4.1.2.5).</summary>
    public DateTimeOffset ReadTime()
    {
        if (!NextIs(new Asn1Tag(UniversalTagNumber.UtcTime)))
        {
            return ReadGeneralizedTime();
        }

        DateTimeOffset time = AsnDecoder.ReadUtcTime(_rest.Span, AsnEncodingRules.DER, out int consumed);
        _rest = _rest[consumed..];
        return time;
    }

    /// <summary>GeneralizedTime without fractions, the only form of OCSP (RFC 6960 §4.2.2.1).</summary>
    public DateTimeOffset ReadGeneralizedTime()
    {
        const int WholeSeconds = 17; // header and YYYYMMDDHHMMSSZ
        DateTimeOffset time = AsnDecoder.ReadGeneralizedTime(_rest.Span, AsnEncodingRules.DER, out int consumed);
        _rest = consumed == WholeSeconds ? _rest[consumed..] : throw new AsnContentException();
        return time;
    }

    /// <summary>GeneralizedTime with a fraction of a second or none (RFC 3161 §2.4.2); what is finer than 100 ns is dropped.</summary>
    public DateTimeOffset ReadGeneralizedTimeWithFraction()
    {
        const int Longest = 32;
        DateTimeOffset time = AsnDecoder.ReadGeneralizedTime(_rest.Span, AsnEncodingRules.DER, out int consumed);
        _rest = consumed <= Longest ? _rest[consumed..] : throw new AsnContentException();
        return time;
    }

    public readonly void End()
    {
        if (HasData)
        {
            throw new AsnContentException();
        }
    }

    public static string DecodeUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new AsnContentException();
        }
    }

    /// <summary>The one check of every reader here: what is not so is a flaw.</summary>
    public static void Require(bool condition)
    {
        if (!condition)
        {
            throw new AsnContentException();
        }
    }

    private ReadOnlyMemory<byte> Take(int consumed, int contentLength)
    {
        ReadOnlyMemory<byte> content = _rest.Slice(consumed - contentLength, contentLength);
        _rest = _rest[consumed..];
        return content;
    }
}
