using System.Security.Cryptography;
using System.Text;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Card.Emulation;

/// <summary>Personalises a card: a person, a kind of card, options and, where wanted, given keys. Certificates follow with
/// <see cref="EmulatedCard.InstallCertificate"/>, after the authority has seen the public key.</summary>
/// <remarks>Not thread safe. <see cref="Build"/> may be called again and makes another card each time.</remarks>
public sealed class EmulatedCardBuilder
{
    private readonly CardPerson _person;
    private readonly Dictionary<CardKeyPurpose, RSA> _keys = [];
    private CardProfile _profile = CardProfile.IndividualNumberCard;
    private EmulatedCardOptions _options = EmulatedCardOptions.Default;

    /// <summary>Begins a card for a synthetic person.</summary>
    /// <param name="person">The person.</param>
    /// <exception cref="ArgumentNullException"><paramref name="person"/> is null.</exception>
    public EmulatedCardBuilder(CardPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        _person = person;
    }

    /// <summary>Chooses the kind of card; <see cref="CardProfile.IndividualNumberCard"/> otherwise.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public EmulatedCardBuilder WithProfile(CardProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        _profile = profile;
        return this;
    }

    /// <summary>Chooses among open behaviours; <see cref="EmulatedCardOptions.Default"/> otherwise.</summary>
    /// <param name="options">The options.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public EmulatedCardBuilder WithOptions(EmulatedCardOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        return this;
    }

    /// <summary>Gives the card a lab key instead of a fresh one. A key that the profile has no place for is not used.</summary>
    /// <param name="purpose">Which key pair.</param>
    /// <param name="key">RSA-2048 with an exportable private part; copied by <see cref="Build"/>, stays the caller's.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public EmulatedCardBuilder WithKey(CardKeyPurpose purpose, RSA key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _keys[purpose] = key;
        return this;
    }

    /// <summary>Makes the card, without power and without certificates. A key that was not given is generated, which takes some tenths of a second.</summary>
    /// <returns>The card; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">A given key is not RSA-2048 or cannot be copied, or name and address are too long for the card.</exception>
    /// <exception cref="InvalidOperationException">The profile asks for a PIN that the person has not set, or for a content that is not known.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public EmulatedCard Build() => new(_profile, new FileTree(_profile.Applications.Select(BuildApplication)), _options);

    private CardApplication BuildApplication(ApplicationDefinition application) =>
        new(application.Name, application.Identifier, application.Files.Select(BuildFile));

    private CardFile BuildFile(FileDefinition file) => file.Kind switch
    {
        FileKind.Pin => new PinFile(file.Id, file.Path, file.Access, file.Tries ?? _options.MatchingNumberTries, Secret(file)),
        FileKind.Key => new KeyFile(file.Id, file.Path, file.Access, file.Key, Key(file.Key)),
        _ => BuildTransparent(file),
    };

    private TransparentFile BuildTransparent(FileDefinition definition)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_options.CertificateFileSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.CertificateFileSize, 0x8000);
        TransparentFile file = new(definition.Id, definition.Path, definition.Access, definition.Content, definition.Size ?? _options.CertificateFileSize);
        file.Store(Content(definition));
        return file;
    }

    private CardKey Key(CardKeyPurpose purpose) => _keys.TryGetValue(purpose, out RSA? key) ? CardKey.CopyOf(key) : CardKey.Generate();

    private byte[] Content(FileDefinition file) => file.Content switch
    {
        ContentNames.SignatureCertificate or ContentNames.SignatureCaCertificate => [],
        ContentNames.AuthenticationCertificate or ContentNames.AuthenticationCaCertificate => [],
        ContentNames.CertificatePresence => [0x00, 0x00, 0x00],
        ContentNames.TokenInfo => TokenInfo.Encode(_profile.TokenLabel),
        ContentNames.IndividualNumber => InputSupportContent.Number(_person.Number),
        ContentNames.FourAttributes => InputSupportContent.Attributes(_person.Attributes),
        ContentNames.Fixed => file.Fixed,
        _ => throw new InvalidOperationException($"The content of {file.Path} is not known."),
    };

    private byte[] Secret(FileDefinition file) => file.Secret switch
    {
        "signature" => Pin(CardPinKind.Signature, file),
        "userAuthentication" => Pin(CardPinKind.UserAuthentication, file),
        "residence" => Pin(CardPinKind.Residence, file),
        "inputSupport" => Pin(CardPinKind.InputSupport, file),
        "matchingNumberA" => MatchingNumbers.A(_person),
        "matchingNumberB" => MatchingNumbers.B(_person),
        _ => throw new InvalidOperationException($"The secret of {file.Path} is not known."),
    };

    private byte[] Pin(CardPinKind kind, FileDefinition file) => Encoding.ASCII.GetBytes(
        _person.Pins.Reveal(kind) ?? throw new InvalidOperationException($"The person has not set the PIN of {file.Path}."));
}
