using System.Security.Cryptography;
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
    private LabCardAuthority _authority = LabCardAuthority.Default;
    private readonly List<FreeAreaSlot> _slots = [];

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

    /// <summary>Chooses who signs the card's own data and certificates; <see cref="LabCardAuthority.Default"/> otherwise.</summary>
    /// <param name="authority">The authority; used by <see cref="Build"/>, stays the caller's.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="authority"/> is null.</exception>
    public EmulatedCardBuilder WithAuthority(LabCardAuthority authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        _authority = authority;
        return this;
    }

    /// <summary>Loads an application into the free area (空き領域) of the card.</summary>
    /// <param name="slot">The slot; its number must be new.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="slot"/> is null.</exception>
    public EmulatedCardBuilder WithFreeArea(FreeAreaSlot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        _slots.Add(slot);
        return this;
    }

    /// <summary>Makes the card, without power and without certificates. A JPKI key that was not given is generated, which takes some tenths of a second;
    /// the other keys are committed lab keys, the same on every card. A residence PIN that the person has not set leaves its references blocked.</summary>
    /// <returns>The card; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">A given key is not RSA-2048 with exponent 65537 or cannot be copied, or name, address and images are too long for the card.</exception>
    /// <exception cref="InvalidOperationException">The profile asks for a PIN that the person has not set, or for a content that is not known,
    /// or the free area has no room for a slot or holds one of that number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public EmulatedCard Build()
    {
        _options.ThrowIfOutsideRange();
        PersonContent content = new(_person, _authority, _profile.TokenLabel, _keys, _options.MatchingNumberTries, _options.BirthDateTries);
        EmulatedCard card = EmulatedCard.Assemble(_profile, content, _options);
        foreach (FreeAreaSlot slot in _slots)
        {
            if (!card.TryLoadFreeArea(slot))
            {
                card.Dispose();
                throw new InvalidOperationException($"The free area does not take slot {slot.Number}.");
            }
        }

        return card;
    }
}
