using MyNumber.Numbering.Binding;

namespace MyNumber.Numbering.Json;

/// <summary>Writes the ten digits of the basic pension number (基礎年金番号) into JSON, where the type itself writes a mask. Add it to the options of the one exchange that is allowed them.</summary>
/// <remarks>Stateless and thread safe. The digits stand in the writer's buffer, which this class does not clear.</remarks>
public sealed class RevealingBasicPensionNumberConverter : NumberJsonConverter<BasicPensionNumber>
{
    /// <inheritdoc/>
    protected override int WriteText(BasicPensionNumber value, Span<byte> utf8Destination)
    {
        value.TryReveal(utf8Destination, out int written);
        return written;
    }
}
