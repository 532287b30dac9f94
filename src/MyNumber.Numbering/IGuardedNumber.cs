namespace MyNumber.Numbering;

/// <summary>Marks the kinds whose digits come out through a call that says so, and nowhere else.</summary>
internal interface IGuardedNumber;
