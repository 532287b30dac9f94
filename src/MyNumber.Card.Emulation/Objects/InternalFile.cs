using MyNumber.Card.Emulation.Access;

namespace MyNumber.Card.Emulation.Objects;

/// <summary>A file that sweeps of real cards have seen and nobody has explained: selectable, and of no kind that a command works on.</summary>
internal sealed class InternalFile(ushort id, string path) : CardFile(id, FileKind.Internal, path, default(AccessRules));
