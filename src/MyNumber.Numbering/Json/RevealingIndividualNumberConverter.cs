using System.Text.Json;
using MyNumber.Numbering.Binding;

namespace MyNumber.Numbering.Json;

/// <summary>Writes the twelve digits of the individual number (個人番号) into JSON, where the type itself writes a mask. Add it to the options of the one exchange that is allowed them.</summary>
/// <remarks><para>Stateless and thread safe. The digits stand in the writer's buffer, which this class does not clear.</para>
/// <para>It takes dictionary keys as well. The serializer puts the key at which reading failed into <see cref="JsonException.Path"/> and the message, so an exception
/// of such a read holds digits: keep it out of logs, or read numbers as values.</para></remarks>
public sealed class RevealingIndividualNumberConverter : NumberJsonConverter<IndividualNumber>
{
    private protected override bool TakesKeys => true;

    /// <inheritdoc/>
    protected override int WriteText(IndividualNumber value, Span<byte> utf8Destination)
    {
        value.TryReveal(utf8Destination, out int written);
        return written;
    }
}
