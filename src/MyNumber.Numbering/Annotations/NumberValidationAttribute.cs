using System.ComponentModel.DataAnnotations;

namespace MyNumber.Numbering.Annotations;

/// <summary>Validates a text, or a value of the number's own type, without putting it into the message. Null is valid: see <see cref="RequiredAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public abstract class NumberValidationAttribute : ValidationAttribute
{
    private protected NumberValidationAttribute(string message)
        : base(message)
    {
    }

    /// <summary>How much is accepted; <see cref="NumberStyle.Strict"/> otherwise.</summary>
    public NumberStyle Style { get; set; }

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        string text => IsNumber(text),
        _ => IsValue(value),
    };

    private protected abstract bool IsNumber(string text);

    private protected abstract bool IsValue(object value);
}
