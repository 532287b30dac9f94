using System.Security.Cryptography;
using System.Text;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Card.Emulation;

/// <content>The counter's hand on the PINs.</content>
public sealed partial class EmulatedCard
{
    /// <summary>Sets PINs as the municipal counter does (暗証番号の設定、初期化・再設定), blocked ones too: each that is given gets its value and all its tries and is closed; the
    /// others stay. A residence PIN sets both of its references.</summary>
    /// <remarks>This is not a card command: how the issuer's terminal does it is not public.</remarks>
    /// <param name="pins">The PINs; those that are <see langword="null"/> are left as they are. Copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="pins"/> is null.</exception>
    /// <exception cref="InvalidOperationException">This kind of card has no place for one of them; nothing is changed then.</exception>
    /// <exception cref="ObjectDisposedException">The card was disposed.</exception>
    public void SetPins(CardPins pins)
    {
        ArgumentNullException.ThrowIfNull(pins);
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        (PinFile File, string Pin)[] settings = [.. Enum.GetValues<CardPinKind>()
            .Where(kind => pins.Reveal(kind) is not null)
            .SelectMany(PinFilesOf, (kind, file) => (file, pins.Reveal(kind)!))];
        foreach ((PinFile file, string pin) in settings)
        {
            byte[] secret = Encoding.ASCII.GetBytes(pin);
            file.Replace(secret);
            CryptographicOperations.ZeroMemory(secret);
            _state.SetVerified(file, verified: false);
        }
    }

    private PinFile[] PinFilesOf(CardPinKind kind)
    {
        string name = kind switch
        {
            CardPinKind.Signature => SecretNames.Signature,
            CardPinKind.UserAuthentication => SecretNames.UserAuthentication,
            CardPinKind.Residence => SecretNames.Residence,
            _ => SecretNames.InputSupport,
        };
        PinFile[] files = [.. _files.Files.OfType<PinFile>().Where(file => string.Equals(file.SecretName, name, StringComparison.Ordinal))];
        return files.Length > 0 ? files : throw new InvalidOperationException($"This kind of card has no place for the PIN {kind}.");
    }
}
