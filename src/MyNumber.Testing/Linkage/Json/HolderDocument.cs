using MyNumber.Linkage.Agencies;

namespace MyNumber.Testing.Linkage.Json;

internal sealed record HolderDocument(int Id, byte Epoch, CodeHolderStatus Status, MemberDocument[] Members);
