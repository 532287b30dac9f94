using MyNumber.Numbering;

namespace MyNumber.Linkage.Core.Links;

/// <summary>Makes tags of resident record codes; custody of that key, which is neither of the two keys of the codes.</summary>
/// <remarks>Implementations are thread safe.</remarks>
public interface IResidentCodeTagger
{
    /// <summary>Makes the tag of a code.</summary>
    /// <param name="code">The code; not kept.</param>
    /// <returns>The tag, always the same for a code.</returns>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    ResidentCodeTag Tag(ResidentRecordCode code);
}
