using System.Diagnostics;
using MyNumber.Numbering.People;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Card.Emulation.Issuing;

/// <summary>How a card stands: a snapshot.</summary>
/// <remarks>Immutable; masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CardCase
{
    internal CardCase(CardApplicationForm form)
    {
        Form = form;
        Attributes = form.Attributes;
    }

    private CardCase(CardCase other)
    {
        (Form, Attributes, Stage, SerialNumber, LastDay) = (other.Form, other.Attributes, other.Stage, other.SerialNumber, other.LastDay);
        (HasSignature, HasAuthentication, Replaces, IsAbroad) = (other.HasSignature, other.HasAuthentication, other.Replaces, other.IsAbroad);
    }

    /// <summary>The application.</summary>
    public CardApplicationForm Form { get; }

    /// <summary>The entries as they stand on the card now.</summary>
    public FourAttributes Attributes { get; internal init; }

    /// <summary>Where the card is in its life.</summary>
    public CardStage Stage { get; internal init; }

    /// <summary>Serial number (製造番号) of 15 digits, once the card is made; otherwise empty.</summary>
    public string SerialNumber { get; internal init; } = string.Empty;

    /// <summary>Last day (有効期限), once the card is made.</summary>
    public DateOnly? LastDay { get; internal init; }

    /// <summary>Whether the card gets or has a signature certificate.</summary>
    public bool HasSignature { get; internal init; }

    /// <summary>Whether the card gets or has a user-authentication certificate.</summary>
    public bool HasAuthentication { get; internal init; }

    /// <summary>Whether the holder uses it on abroad (国外転出者).</summary>
    public bool IsAbroad { get; internal init; }

    /// <summary>The case of the card that this one replaces, if any.</summary>
    public ApplicationId Replaces { get; internal init; }

    /// <summary>A mask; nothing personal is in it.</summary>
    /// <returns>The stage.</returns>
    public override string ToString() => $"CardCase({Stage})";

    internal CardCase With(
        CardStage? stage = null, FourAttributes? attributes = null, string? serialNumber = null, DateOnly? lastDay = null, bool? hasSignature = null,
        bool? hasAuthentication = null, bool? isAbroad = null) => new(this)
        {
            Stage = stage ?? Stage,
            Attributes = attributes ?? Attributes,
            SerialNumber = serialNumber ?? SerialNumber,
            LastDay = lastDay ?? LastDay,
            HasSignature = hasSignature ?? HasSignature,
            HasAuthentication = hasAuthentication ?? HasAuthentication,
            IsAbroad = isAbroad ?? IsAbroad,
        };
}
