"""One painter of matrix and timeline for screen, picture and projector alike."""
