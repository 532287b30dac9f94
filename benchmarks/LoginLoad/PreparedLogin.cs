namespace MyNumber.LoginLoad;

/// <summary>The bytes of one answer's HTTP request, ready to be sent once.</summary>
/// <param name="Request">Head and body.</param>
internal readonly record struct PreparedLogin(byte[] Request);
