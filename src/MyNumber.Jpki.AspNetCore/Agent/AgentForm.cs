using System.Buffers;
using System.Buffers.Text;
using Microsoft.Extensions.Primitives;

namespace MyNumber.Jpki.AspNetCore.Agent;

/// <summary>A form from outside, each of whose fields is taken once. A field that is missing, twice there or of another shape spoils it.</summary>
internal sealed class AgentForm
{
    private static readonly SearchValues<char> Base64UrlAlphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly Dictionary<string, StringValues> _fields = new(StringComparer.Ordinal);
    private bool _isSpoilt;

    public AgentForm(IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        foreach ((string name, StringValues values) in form)
        {
            _isSpoilt |= !_fields.TryAdd(name, values);
        }
    }

    /// <summary>Whether something was wrong so far, or something is left that nobody takes.</summary>
    public bool IsSpoilt => _isSpoilt || _fields.Count != 0;

    public string Take(string name)
    {
        if (TakeOptional(name) is { } value)
        {
            return value;
        }

        _isSpoilt = true;
        return string.Empty;
    }

    public string? TakeOptional(string name)
    {
        if (!_fields.Remove(name, out StringValues values))
        {
            return null;
        }

        _isSpoilt |= values.Count != 1;
        return values.Count == 1 ? values[0] ?? string.Empty : string.Empty;
    }

    /// <summary>Bytes in base64url; empty when the field is not there.</summary>
    public ReadOnlyMemory<byte> TakeBytes(string name)
    {
        string? value = TakeOptional(name);
        if (value is null)
        {
            return default;
        }

        if (value.Length > Base64Url.GetEncodedLength(AgentFields.MaximumBytes) || value.AsSpan().ContainsAnyExcept(Base64UrlAlphabet) || !Base64Url.IsValid(value, out _))
        {
            _isSpoilt = true;
            return default;
        }

        return Base64Url.DecodeFromChars(value);
    }
}
