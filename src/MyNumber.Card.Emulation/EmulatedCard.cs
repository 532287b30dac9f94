using MyNumber.Card.Emulation.Commands;
using MyNumber.Card.Emulation.Decisions;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Card.Emulation;

/// <summary>A software Individual Number Card (個人番号カード): commands in, answers out, with real RSA and real access rules.</summary>
/// <remarks>
/// <para>Persistent over power cycles: files, keys, PINs and their retry counters. Volatile: the selection, which PINs are verified and the secure-messaging session.</para>
/// <para>Private keys, PINs and closed files never come out of this class but through card commands that the access rules allow.</para>
/// <para>Not thread safe; <see cref="Readers.EmulatedReader"/> serialises its own calls. Made by <see cref="EmulatedCardBuilder"/>.</para>
/// </remarks>
public sealed partial class EmulatedCard : IDisposable
{
    private const byte CertificatePresent = 0x8F;

    private readonly FileTree _files;
    private readonly EmulatedCardOptions _options;
    private readonly VolatileState _state;
    private readonly DecisionLog _decisions = new();
    private readonly List<FreeAreaSlot> _slots = [];

    internal EmulatedCard(CardProfile profile, FileTree files, EmulatedCardOptions options)
    {
        Profile = profile;
        AnswerToReset = options.AnswerToReset ?? profile.AnswerToReset;
        _files = files;
        _options = options;
        _state = new VolatileState(files.Default);
    }

    /// <summary>The kind of card.</summary>
    public CardProfile Profile { get; }

    /// <summary>Answer to reset (ATR).</summary>
    public ReadOnlyMemory<byte> AnswerToReset { get; }

    /// <summary>The slots of the free area (空き領域) that are loaded.</summary>
    public IReadOnlyList<FreeAreaSlot> FreeArea => _slots;

    /// <summary>Bytes of the free area that are left.</summary>
    public int FreeAreaLeft => _options.FreeAreaSize - _slots.Sum(slot => slot.Size);

    /// <summary>Whether the card has power.</summary>
    public bool IsPowered { get; private set; }

    /// <summary>The latest decisions, oldest first, at most 512; a copy.</summary>
    public IReadOnlyList<Decision> Decisions => _decisions.ToArray();

    /// <summary>The kind of card and whether it has power; nothing of its person.</summary>
    /// <returns>Such as <c>EmulatedCard(individual-number-card, powered)</c>.</returns>
    public override string ToString() => $"EmulatedCard({Profile}, {(IsDisposed ? "disposed" : IsPowered ? "powered" : "without power")})";

    /// <summary>Set by the reader that the card is in.</summary>
    internal bool IsInReader { get; set; }

    internal bool IsDisposed { get; private set; }

    /// <summary>Gives power. The default application is current, no file is, and no PIN is verified.</summary>
    /// <exception cref="ObjectDisposedException">The card was disposed.</exception>
    public void PowerOn()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        _state.Restart(_files.Default, clearVerified: true);
        _state.IsFirstCommand = true;
        IsPowered = true;
    }

    /// <summary>Takes power away; everything volatile is gone.</summary>
    public void PowerOff()
    {
        _state.Restart(_files.Default, clearVerified: true);
        IsPowered = false;
    }

    /// <summary>Resets without taking power away. Verified PINs survive unless <see cref="EmulatedCardOptions.WarmResetClearsVerified"/> is set.</summary>
    /// <exception cref="InvalidOperationException">The card has no power.</exception>
    public void WarmReset()
    {
        ThrowIfUnpowered();
        _state.Restart(_files.Default, _options.WarmResetClearsVerified);
    }

    /// <summary>Carries out one command APDU.</summary>
    /// <param name="command">Any bytes; what is no command APDU gets a status word like everything else.</param>
    /// <param name="response">Receives response data and SW1 SW2: 258 bytes are enough for short commands, 65,538 for extended ones.</param>
    /// <returns>Bytes written, at least 2.</returns>
    /// <exception cref="InvalidOperationException">The card has no power.</exception>
    /// <exception cref="ArgumentException"><paramref name="response"/> is too short for this answer.</exception>
    public int Process(ReadOnlySpan<byte> command, Span<byte> response) => TryProcess(command, response, out int written)
        ? written
        : throw new ArgumentException("The response buffer is too short for the answer.", nameof(response));

    /// <summary>The public key of a key pair, for the authority that issues the certificate.</summary>
    /// <param name="purpose">Which key pair.</param>
    /// <returns>DER SubjectPublicKeyInfo (RSA-2048).</returns>
    /// <exception cref="InvalidOperationException">This kind of card has no such key.</exception>
    public byte[] GetPublicKey(CardKeyPurpose purpose) => KeyOf(purpose).ExportPublicKey();

    /// <summary>Writes a certificate and its CA's certificate as the municipal counter does, and marks the certificate as present in EF 0008.</summary>
    /// <param name="purpose">Signature (署名用, EF 0001 and 0002) or user authentication (利用者証明用, EF 000A and 000B).</param>
    /// <param name="certificate">DER of the leaf, copied verbatim; the card checks nothing.</param>
    /// <param name="caCertificate">DER of the issuing CA, copied verbatim.</param>
    /// <exception cref="InvalidOperationException">This kind of card has no such key, so it takes no such certificate.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="purpose"/> is not one of the two JPKI key pairs.</exception>
    /// <exception cref="ArgumentException">A certificate is empty, or longer than the 32,768 bytes that READ BINARY reaches.</exception>
    public void InstallCertificate(CardKeyPurpose purpose, ReadOnlySpan<byte> certificate, ReadOnlySpan<byte> caCertificate)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)purpose, (int)CardKeyPurpose.Signature, nameof(purpose));
        _ = KeyOf(purpose);
        ThrowIfNoCertificateLength(certificate.Length, nameof(certificate));
        ThrowIfNoCertificateLength(caCertificate.Length, nameof(caCertificate));
        bool signature = purpose == CardKeyPurpose.Signature;
        _files.FindContent(signature ? ContentNames.SignatureCertificate : ContentNames.AuthenticationCertificate)?.Store(certificate);
        _files.FindContent(signature ? ContentNames.SignatureCaCertificate : ContentNames.AuthenticationCaCertificate)?.Store(caCertificate);
        MarkPresent(signature ? 0 : 1);
    }

    /// <summary>Loads an application into the free area, as the municipal counter does.</summary>
    /// <param name="slot">The slot.</param>
    /// <returns><see langword="false"/> when there is no room (<see cref="FreeAreaLeft"/>) or a slot of that number is there; nothing is changed then.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="slot"/> is null.</exception>
    public bool TryLoadFreeArea(FreeAreaSlot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        if (slot.Size > FreeAreaLeft || _slots.Any(other => other.Number == slot.Number))
        {
            return false;
        }

        _files.Add(new ApplicationAssembly(new SlotContent(slot), _options.CertificateFileSize, leavesMissingCertificateOut: false).Build(slot.ToDefinition()));
        _slots.Add(slot);
        return true;
    }

    /// <summary>Takes power away, zeroes the PINs and releases the keys. The card is of no further use.</summary>
    public void Dispose()
    {
        IsDisposed = true;
        PowerOff();
        _files.Dispose();
    }

    /// <summary>All bytes of the file that holds a content, filler included; empty when there is no such file.</summary>
    internal ReadOnlySpan<byte> FindContent(string contentName) => _files.FindContent(contentName) is { } file ? file.Physical : default;

    internal static EmulatedCard Assemble(CardProfile profile, ICardContent content, EmulatedCardOptions options)
    {
        ApplicationAssembly assembly = new(content, options.CertificateFileSize, options.MissingSignatureCertificate == MissingCertificate.IsAbsent);
        return new EmulatedCard(profile, new FileTree(profile.Applications.Select(assembly.Build), profile.AnswerToReset.ToArray()[1..]), options);
    }

    internal bool TryProcess(ReadOnlySpan<byte> command, Span<byte> response, out int written)
    {
        ThrowIfUnpowered();
        written = 0;
        if (response.Length < 2)
        {
            return false;
        }

        CommandContext context = new(CommandApdu.Decode(command), response, _files, _state, _options);
        bool quirk = _options.FirstCommandAnswers6F00 && _state.IsFirstCommand;
        _state.IsFirstCommand = false;
        string decidedBy = "quirk";
        ushort status = quirk ? Status.NoDiagnosis : CheckOrder.Run(ref context, out decidedBy);
        if (context.IsBufferTooShort)
        {
            return false;
        }

        _state.Session?.Forget();
        Record(in context, decidedBy, status);
        written = context.Finish(status);
        return true;
    }

    private void Record(in CommandContext context, string decidedBy, ushort status)
    {
        Decision decision = new(
            context.Entry?.Name ?? "(none)",
            context.Target?.Path ?? _state.Application.Name,
            decidedBy,
            context.Rule?.ToString() ?? string.Empty,
            status);
        _decisions.Add(in decision);
        _options.OnDecision?.Invoke(decision);
    }

    private CardKey KeyOf(CardKeyPurpose purpose) =>
        _files.FindKey(purpose) ?? throw new InvalidOperationException("This kind of card has no such key.");

    private void MarkPresent(int index)
    {
        if (_files.FindContent(ContentNames.CertificatePresence) is { } file && index < file.Physical.Length)
        {
            byte[] presence = file.Physical.ToArray();
            presence[index] = CertificatePresent;
            file.Store(presence);
        }
    }

    private void ThrowIfUnpowered()
    {
        if (!IsPowered)
        {
            throw new InvalidOperationException("The card has no power.");
        }
    }

    private static void ThrowIfNoCertificateLength(int length, string name)
    {
        if (length is 0 or > 0x8000)
        {
            throw new ArgumentException("A certificate has 1 to 32,768 bytes.", name);
        }
    }
}
