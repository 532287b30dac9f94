using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Card.Pins;

namespace CardAgent.Guards;

/// <summary>The form with the PIN, read without ever making a string of the PIN; all of it is zeroed by <see cref="Dispose"/>.</summary>
/// <remarks>The web server's own buffers are outside of its reach; they are overwritten by what comes next.</remarks>
internal sealed class PinForm : IDisposable
{
    /// <summary>Bytes of the longest form: a token, a PIN of 64 characters each escaped, and the box.</summary>
    public const int MaximumLength = 512;

    private readonly byte[] _body = GC.AllocateArray<byte>(MaximumLength + 1, pinned: true);
    private readonly char[] _pin = GC.AllocateArray<char>(MaximumLength, pinned: true);
    private readonly Dictionary<string, Range> _fields = new(StringComparer.Ordinal);

    private PinForm()
    {
    }

    /// <summary>The token of the page; empty when there is none.</summary>
    public string Token => Text("token");

    /// <summary>Whether the box for the last try is ticked.</summary>
    public bool SpendsLastTry => Text("last-try") == "yes";

    internal ReadOnlyMemory<byte> Body => _body;

    internal ReadOnlyMemory<char> Characters => _pin;

    /// <summary>Reads a body; <see langword="null"/> when it is too long or no form. The caller disposes what comes back.</summary>
    public static async Task<PinForm?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        PinForm form = new();
        bool isRead = false;
        try
        {
            int length = await body.ReadAtLeastAsync(form._body, form._body.Length, throwOnEndOfStream: false, cancellationToken);
            isRead = length <= MaximumLength && form.FindFields(length);
            return isRead ? form : null;
        }
        finally
        {
            if (!isRead)
            {
                form.Dispose();
            }
        }
    }

    /// <summary>Takes the PIN out; the caller disposes it. A missing one is empty, which no card is asked.</summary>
    public CardPin TakePin()
    {
        int length = 0;
        ReadOnlySpan<byte> value = _fields.TryGetValue("pin", out Range range) ? _body.AsSpan(range) : default;
        for (int at = 0; at < value.Length; at++)
        {
            bool isEscaped = value[at] == '%' && at + 2 < value.Length && char.IsAsciiHexDigit((char)value[at + 1]) && char.IsAsciiHexDigit((char)value[at + 2]);
            _pin[length++] = isEscaped ? (char)((Nibble(value[at + 1]) << 4) | Nibble(value[at + 2])) : (char)value[at];
            at += isEscaped ? 2 : 0;
        }

        return CardPin.Copy(_pin.AsSpan(0, length));
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_body);
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_pin.AsSpan()));
        _fields.Clear();
    }

    private static int Nibble(byte digit) => char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    // application/x-www-form-urlencoded; names are this program's own and need no decoding.
    private bool FindFields(int length)
    {
        ReadOnlySpan<byte> body = _body.AsSpan(0, length);
        foreach (Range part in body.Split((byte)'&'))
        {
            (int start, int size) = part.GetOffsetAndLength(length);
            int equals = body.Slice(start, size).IndexOf((byte)'=');
            if (equals < 0 || !_fields.TryAdd(Encoding.ASCII.GetString(body.Slice(start, equals)), (start + equals + 1)..(start + size)))
            {
                return false;
            }
        }

        return _fields.Keys.All(name => name is "token" or "pin" or "last-try");
    }

    private string Text(string name) => _fields.TryGetValue(name, out Range range) ? Encoding.ASCII.GetString(_body.AsSpan(range)) : string.Empty;
}
