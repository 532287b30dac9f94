using MyNumber.Numbering.Binding;

namespace MyNumber.Numbering.Json;

/// <summary>Writes the eleven digits of the resident record code (住民票コード) into JSON, where the type itself writes a mask. Add it to the options of the one exchange that is allowed them.</summary>
/// <remarks>Stateless and thread safe. The digits stand in the writer's buffer, which this class does not clear.</remarks>
public sealed class RevealingResidentRecordCodeConverter : NumberJsonConverter<ResidentRecordCode>
{
    /// <inheritdoc/>
    protected override int WriteText(ResidentRecordCode value, Span<byte> utf8Destination)
    {
        value.TryReveal(utf8Destination, out int written);
        return written;
    }
}
