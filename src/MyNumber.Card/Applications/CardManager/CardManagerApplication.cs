using MyNumber.Card.Apdu;
using MyNumber.Card.Certificates;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tlv;

namespace MyNumber.Card.Applications.CardManager;

/// <summary>カードマネージャ (GlobalPlatform issuer security domain): data objects of the whole card, free to read by GET DATA.</summary>
/// <remarks>One source. Every object may be absent, which is <see langword="null"/> or empty and no error. Some objects may come with their own header and some without; both
/// forms are read. Belongs to one session and is as little thread safe; its members throw as those of the other applications do, and <see cref="CardDataException"/> for an
/// object of another form.</remarks>
public sealed class CardManagerApplication
{
    private readonly ApplicationSelection _selection;

    private CardManagerApplication(ApplicationSelection selection) => _selection = selection;

    /// <summary>Selects the card manager, which is also current after power-on.</summary>
    /// <param name="session">The session; not owned.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>The application.</returns>
    /// <exception cref="CardStatusException"><c>6A82</c>: the card has none under the usual name.</exception>
    public static async ValueTask<CardManagerApplication> SelectAsync(CardSession session, CancellationToken cancellationToken = default) =>
        new(await ApplicationSelection.SelectAsync(session, CardApplicationId.CardManager, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads an object as it is, without its header when it comes with one.</summary>
    /// <param name="tag">The tag, see <see cref="CardManagerData"/>.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The value, or <see langword="null"/> when the card has none.</returns>
    public async ValueTask<byte[]?> ReadAsync(ushort tag, CancellationToken cancellationToken = default) =>
        await _selection.Session.GetDataAsync(tag, cancellationToken).ConfigureAwait(false) is byte[] content ? Strip(tag, content) : null;

    /// <summary>Reads the issuer's key name (0042).</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The name, or <see langword="null"/>.</returns>
    public ValueTask<CardKeyId?> ReadIssuerAsync(CancellationToken cancellationToken = default) => ReadKeyIdAsync(CardManagerData.Issuer, "issuer 0042", cancellationToken);

    /// <summary>Reads the name of the intermediate key (00F7).</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The name, or <see langword="null"/>.</returns>
    public ValueTask<CardKeyId?> ReadIntermediateKeyAsync(CancellationToken cancellationToken = default) =>
        ReadKeyIdAsync(CardManagerData.IntermediateKey, "intermediate key 00F7", cancellationToken);

    /// <summary>Reads the card identification number (0045), a handle of one card.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>Printable ASCII, or <see langword="null"/>.</returns>
    public async ValueTask<string?> ReadCardIdentificationAsync(CancellationToken cancellationToken = default) =>
        await ReadAsync(CardManagerData.CardIdentification, cancellationToken).ConfigureAwait(false) is byte[] value
            ? CardText.Printable(value, "card identification 0045") : null;

    /// <summary>Reads the issuing municipality (00F0).</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The first five digits of its 全国地方公共団体コード, or <see langword="null"/>.</returns>
    public async ValueTask<string?> ReadMunicipalityAsync(CancellationToken cancellationToken = default) =>
        await ReadAsync(CardManagerData.Municipality, cancellationToken).ConfigureAwait(false) is byte[] value ? CardText.Digits(value, 5, "municipality 00F0") : null;

    /// <summary>Reads the expiry date (00F2).</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The date, or <see langword="null"/>.</returns>
    public async ValueTask<DateOnly?> ReadExpiryAsync(CancellationToken cancellationToken = default) =>
        await ReadAsync(CardManagerData.Expiry, cancellationToken).ConfigureAwait(false) is byte[] value ? CardText.Date(value, "expiry 00F2") : null;

    /// <summary>Reads the ATR of the contacts with its first byte <c>3B</c> put back (5F51).</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The bytes, or <see langword="null"/>. Some cards give them only while another application is selected.</returns>
    public async ValueTask<byte[]?> ReadAnswerToResetAsync(CancellationToken cancellationToken = default) =>
        await ReadAsync(CardManagerData.AnswerToReset, cancellationToken).ConfigureAwait(false) is byte[] value ? [0x3B, .. value] : null;

    /// <summary>Reads the CV certificates, the intermediate key's first.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>None, one or two, parsed and not trusted; to be checked with purpose <see cref="CardAnchorPurpose.CardManager"/>.</returns>
    public async ValueTask<IReadOnlyList<CardVerifiableCertificate>> ReadCertificatesAsync(CancellationToken cancellationToken = default)
    {
        List<CardVerifiableCertificate> chain = [];
        foreach (ushort tag in (ushort[])[CardManagerData.IntermediateCertificate, CardManagerData.LowerCertificate])
        {
            if (await ReadAsync(tag, cancellationToken).ConfigureAwait(false) is not byte[] content)
            {
                break;
            }

            chain.Add(CardVerifiableCertificate.Read(content));
        }

        return chain;
    }

    internal static byte[] Strip(ushort tag, byte[] content)
    {
        BerTlvReader reader = new(content);
        return reader.TryRead(out ushort found, out ReadOnlySpan<byte> value) && found == tag && reader.Rest.IsEmpty ? value.ToArray() : content;
    }

    private async ValueTask<CardKeyId?> ReadKeyIdAsync(ushort tag, string what, CancellationToken cancellationToken) =>
        await ReadAsync(tag, cancellationToken).ConfigureAwait(false) is byte[] value ? CardKeyId.Read(value, what) : null;
}
