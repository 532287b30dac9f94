using MyNumber.Numbering.People;

namespace CityNumbering;

/// <summary>Somebody who has a resident record and no number yet.</summary>
internal sealed record Newcomer(Guid Person, FourAttributes Attributes, Municipality Home);
